package io.waybill.command.edge;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** A price for one piece: positive, below a billion, with up to six decimals. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UnitPrice.Check.class)
public @interface UnitPrice {
    int MAX_DECIMALS = 6;

    String message() default "must be positive, below 1000000000, with up to 6 decimals";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; what is missing is another constraint's business. */
    final class Check implements ConstraintValidator<UnitPrice, BigMoney> {
        private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(1_000_000_000);

        @Override
        public boolean isValid(@Nullable BigMoney price, ConstraintValidatorContext context) {
            return price == null
                    || (price.isPositive()
                            && price.getAmount().compareTo(TOO_MUCH) < 0
                            && price.getAmount().stripTrailingZeros().scale() <= MAX_DECIMALS);
        }
    }
}
