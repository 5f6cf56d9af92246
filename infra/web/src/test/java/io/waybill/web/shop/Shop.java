package io.waybill.web.shop;

import io.waybill.web.ApiProblem;
import io.waybill.web.ProblemMapping;
import io.waybill.web.Service;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;

/** A service with one of everything, to see the edge on. */
@SpringBootApplication
public class Shop {
    public static ConfigurableApplicationContext start(Map<String, ?> properties) {
        return Service.start(Shop.class, "shop", properties);
    }

    @Bean
    static ProblemMapping closed() {
        return thrown -> thrown instanceof ShopClosed
                ? Optional.of(new ApiProblem(HttpStatus.CONFLICT, "SHOP_CLOSED", "The shop is closed."))
                : Optional.empty();
    }

    static final class ShopClosed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
