package io.waybill.command;

import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** For Axon's fixtures: a refusal with this reason. */
public final class RefusedBecause extends TypeSafeMatcher<Refused> {
    private final String reason;

    private RefusedBecause(String reason) {
        super(Refused.class);
        this.reason = reason;
    }

    public static RefusedBecause of(String reason) {
        return new RefusedBecause(reason);
    }

    @Override
    protected boolean matchesSafely(Refused refused) {
        return refused.reason().equals(reason);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal because of ").appendText(reason);
    }

    @Override
    protected void describeMismatchSafely(Refused refused, Description description) {
        description.appendText("was refused because of ").appendText(refused.reason());
    }
}
