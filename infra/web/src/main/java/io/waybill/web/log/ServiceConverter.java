package io.waybill.web.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %service} in a Logback pattern: the service whose thread logs. Needs an appender that formats on that thread. */
public final class ServiceConverter extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return ServiceName.current();
    }
}
