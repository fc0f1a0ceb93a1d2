/** A session as it runs: live, paper or against a simulated venue; how it is watched, stopped and summed up. */
package io.halfspread.app.live;
