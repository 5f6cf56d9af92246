package io.waybill.faults;

import io.waybill.command.CommandSide;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The command side on a machine whose clock is wrong: both clocks that its code reads, the service's and Axon's. */
@Configuration(proxyBeanMethods = false)
public class FiveMinutesAhead {
    private static final Clock CLOCK = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));

    public static void main(String[] args) {
        GenericEventMessage.clock = CLOCK;
        System.setProperty("spring.main.sources", FiveMinutesAhead.class.getName());
        CommandSide.main(args);
    }

    @Bean
    @Primary
    Clock wrongClock() {
        return CLOCK;
    }
}
