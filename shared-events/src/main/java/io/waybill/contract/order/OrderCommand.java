package io.waybill.contract.order;

/** What an order can be told to do. */
public sealed interface OrderCommand
        permits PlaceOrder,
                ConfirmOrder,
                RejectOrder,
                AmendOrder,
                CancelOrder,
                RecordShipment,
                RecordDelivery,
                CloseOrder,
                OpenReturn,
                SettleReturn,
                RefundOrder,
                ErasePersonalData {
    OrderId orderId();
}
