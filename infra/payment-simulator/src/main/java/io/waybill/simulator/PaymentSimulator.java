package io.waybill.simulator;

import io.waybill.web.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The simulated payment provider. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorSettings.class)
public class PaymentSimulator {
    /** Also the name of the configuration file. */
    public static final String NAME = "payment-simulator";

    public static void main(String[] args) {
        Service.start(PaymentSimulator.class, NAME, args);
    }

    @Bean
    static Ledger ledger(SimulatorSettings settings) {
        return new Ledger(settings.maxPayments());
    }

    @Bean
    static Patience patience(SimulatorSettings settings) {
        return new Patience(settings.silence(), settings.maxSilent());
    }
}
