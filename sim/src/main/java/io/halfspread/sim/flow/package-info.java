/**
 * Who trades on the simulated venue beside its clients: makers around a hidden value, noise takers, and informed takers
 * whose flow moves it. They use the exchange as any account does, so that their orders and those of clients share one book.
 */
package io.halfspread.sim.flow;
