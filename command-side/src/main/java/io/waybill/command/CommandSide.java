package io.waybill.command;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.AxonOnPostgres;
import io.waybill.eventing.StoredNames;
import io.waybill.web.Service;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The command side as a service of its own. */
@SpringBootApplication
@Import(AxonOnPostgres.class)
public class CommandSide {
    public static void main(String[] args) {
        Service.start(CommandSide.class, "command-side", args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StoredNames storedNames() {
        return StoredNames.of(Events.all(), Upcasts.all());
    }
}
