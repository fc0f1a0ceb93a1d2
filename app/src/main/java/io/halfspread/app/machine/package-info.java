/** What the operating system says of cores, threads and settings. */
package io.halfspread.app.machine;
