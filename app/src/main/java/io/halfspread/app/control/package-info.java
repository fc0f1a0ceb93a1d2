/** How people and other processes steer a running session: a folder of small files, and the locks that keep a second session away. */
package io.halfspread.app.control;
