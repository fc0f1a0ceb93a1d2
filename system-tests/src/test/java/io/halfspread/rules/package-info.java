/** The house rules as tests over every module's classes and sources. */
package io.halfspread.rules;
