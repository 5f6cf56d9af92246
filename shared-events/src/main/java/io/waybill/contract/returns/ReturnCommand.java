package io.waybill.contract.returns;

/** What a return can be told to do. */
public sealed interface ReturnCommand
        permits RequestReturn, ApproveReturn, DeclineReturn, ReceiveReturn, RetryRefund, CloseReturn {
    ReturnId returnId();
}
