package org.hehuo.kernel.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On each resource with a POST: a repeated {@code Idempotency-Key} gets the first answer again. On a service's method where
 * the resource has work to do that should hold no transaction.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {

    /** The answer's status, on a method that is no operation itself. */
    @Nonbinding
    int status() default 200;
}
