package io.waybill.projection.operation;

/** What an operator can do. */
public enum Operation {
    REBUILD,
    PAUSE_REBUILD,
    RESUME_REBUILD,
    RETRY_REBUILD,
    CANCEL_REBUILD,
    THROTTLE_REBUILD,
    SWITCH,
    ROLLBACK,
    PAUSE,
    RESUME,
    SPLIT_SEGMENT,
    MERGE_SEGMENTS,
    DRY_RUN,
    CANCEL_DRY_RUN,
    REPAIR
}
