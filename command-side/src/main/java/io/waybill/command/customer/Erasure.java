package io.waybill.command.customer;

import io.waybill.command.customer.CustomerRefused.Reason;
import io.waybill.command.personal.PersonalVault;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.PlaceOrder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * What follows from an erasure, in its transaction: the customer's key is destroyed. From then on no order is placed under
 * the number, because its address could not be kept.
 */
@Component
// Its interceptor comes first: a request that was answered before the erasure is answered like the first time after it.
@DependsOn("commandDispatch")
@ProcessingGroup("lookups")
final class Erasure {
    private final PersonalVault vault;

    Erasure(PersonalVault vault, CommandBus commands) {
        this.vault = vault;
        commands.registerHandlerInterceptor(this::refuseTheErased);
    }

    @EventHandler
    void on(CustomerErased event) {
        vault.erase(DataSubject.of(event.customerId()));
    }

    private @Nullable Object refuseTheErased(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (work.getMessage().getPayload() instanceof PlaceOrder order
                && order.customerId() != null
                && vault.isErased(DataSubject.of(order.customerId()))) {
            throw new CustomerRefused(Reason.ERASED, order.customerId());
        }
        return chain.proceed();
    }
}
