package io.waybill.gateway;

import io.waybill.web.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The gateway. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(Upstreams.class)
public class Gateway {
    /** Also the name of the configuration file. */
    public static final String NAME = "gateway";

    public static void main(String[] args) {
        Service.start(Gateway.class, NAME, args);
    }
}
