package io.halfspread.codec.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that runs once or more per event. The build checks its bytecode: outside constructors and
 * {@link ColdPath} methods it allocates nothing, takes no lock, reads no clock, calls no transcendental function and
 * depends only on other marked classes, generated codecs, Agrona and {@code java.lang}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HotPath {}
