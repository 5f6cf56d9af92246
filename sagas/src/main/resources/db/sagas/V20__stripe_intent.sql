-- Which of Stripe's PaymentIntents is which payment's; without one, the payment was released before it had one.
create table stripe_intent (
  payment_id uuid primary key,
  intent_id  text
);
