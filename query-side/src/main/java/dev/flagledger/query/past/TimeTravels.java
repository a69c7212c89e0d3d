package dev.flagledger.query.past;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler whose {@link dev.flagledger.access.permission.AccessContext} shows an earlier state if the query has
 * {@code as_of}. The route names the project, or an environment by its key or in the query.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeTravels {}
