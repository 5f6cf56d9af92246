package io.waybill.saga.carrier;

import io.waybill.saga.outside.OutsideSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param patience how long a booking that is met with silence may be asked about again, from when the shipment was prepared
 * @param calls how the carrier is called
 */
@ConfigurationProperties("waybill.carrier")
public record CarrierSettings(URI url, Duration patience, OutsideSettings calls) {}
