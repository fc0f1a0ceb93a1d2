/**
 * The market maker's Hamilton-Jacobi-Bellman problem, solved exactly: the model with its units, the optimal policy by
 * policy iteration over a banded system, the value of any other policy, and what that policy loses, where and by which
 * control. Runs off the engine thread; classes allocate when they are constructed and not while they solve. Nothing that
 * runs once per event uses this package: results reach the engine as messages.
 */
package io.halfspread.engine.hjb;
