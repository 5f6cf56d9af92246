package io.waybill.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.web.log.ServiceName;
import io.waybill.web.shop.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class ServiceTest {
    @Test
    void given_properties_win_over_the_yml_and_the_yml_over_the_defaults() {
        try (ConfigurableApplicationContext shop =
                Shop.start(Map.of("spring.application.name", "another", "waybill.web.max-body", "2MB"))) {
            Environment environment = shop.getEnvironment();

            assertThat(environment.getProperty("spring.application.name")).isEqualTo("shop");
            assertThat(environment.getProperty("waybill.web.max-body")).isEqualTo("2MB");
            assertThat(environment.getProperty("server.port")).isEqualTo("0");
            assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void the_command_line_wins_over_the_yml() {
        try (ConfigurableApplicationContext shop =
                Service.start(Shop.class, "shop", "--waybill.web.max-body=3MB", "--server.port=0")) {
            assertThat(shop.getEnvironment().getProperty("waybill.web.max-body"))
                    .isEqualTo("3MB");
        }
    }

    @Test
    void several_services_share_a_process() {
        try (ConfigurableApplicationContext one = Shop.start(Map.of());
                ConfigurableApplicationContext two = Shop.start(Map.of())) {
            assertThat(one.getEnvironment().getProperty("local.server.port"))
                    .isNotEqualTo(two.getEnvironment().getProperty("local.server.port"));
        }
        assertThat(ServiceName.current()).isEqualTo("waybill");
    }

    @Test
    void a_service_has_to_say_which_auto_configurations_it_wants() {
        assertThatThrownBy(() -> Service.start(Shop.class, "no-such-shop", Map.of()))
                .hasMessageContaining("waybill.auto-configurations is not set")
                .hasMessageContaining("no-such-shop.yml");
    }

    @Test
    void only_what_a_service_wants_is_configured() {
        String wanted = "org.springframework.boot.autoconfigure.aop";
        try (ConfigurableApplicationContext without = Shop.start(Map.of());
                ConfigurableApplicationContext with =
                        Shop.start(Map.of("waybill.auto-configurations", List.of(wanted)))) {
            String bean = wanted + ".AopAutoConfiguration";
            assertThat(without.containsBeanDefinition(bean)).isFalse();
            assertThat(with.containsBeanDefinition(bean)).isTrue();
        }
    }
}
