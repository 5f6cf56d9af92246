package io.waybill.testing;

/** The servers that a test may need. */
public enum Server {
    POSTGRES,
    KAFKA,
    ELASTICSEARCH
}
