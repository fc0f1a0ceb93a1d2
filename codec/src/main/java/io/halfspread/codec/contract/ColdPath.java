package io.halfspread.codec.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Exempts one method of a {@link HotPath} class from its rules: it runs at start-up, on an operator's act or for a person. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface ColdPath {
    /**
     * Why the rules do not apply here.
     *
     * @return one sentence
     */
    String value();
}
