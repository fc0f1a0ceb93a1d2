/**
 * A session as people look at it: its messages become figures. Fed by the broadcast of a running session or by a capture;
 * nothing here knows of sockets, pages or terminals.
 */
package io.halfspread.app.view;
