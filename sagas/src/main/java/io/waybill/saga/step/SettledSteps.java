package io.waybill.saga.step;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Waits for the steps that a handler takes, before its transaction stores what they changed. */
public final class SettledSteps {
    SettledSteps() {}

    /** Hands the message on, and after the last one of a batch waits for the steps of all of them. */
    public Object settle(UnitOfWork<?> work, InterceptorChain chain) throws Exception {
        Object result = chain.proceed();
        if (!(work instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage()) {
            GrpcSteps.settle(work);
        }
        return result;
    }
}
