/** Looks at the machine and the installation before anyone trades on it. */
package io.halfspread.app.doctor;
