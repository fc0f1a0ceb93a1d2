package io.halfspread.engine.planted;

/** An interface named by its kind. */
interface IOrder {}
