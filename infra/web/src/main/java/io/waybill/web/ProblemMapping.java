package io.waybill.web;

import java.util.Optional;

/** Says which problem an exception of a service is. Declare it as a bean; causes are asked about as well. */
@FunctionalInterface
public interface ProblemMapping {
    /** @return empty if the exception is not one that this mapping knows */
    Optional<ApiProblem> problemOf(Throwable thrown);
}
