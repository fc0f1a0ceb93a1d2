/** Many recorded files as one stream: what each holds, which day it belongs to, and their messages merged by time. */
package io.halfspread.gateway.archive;
