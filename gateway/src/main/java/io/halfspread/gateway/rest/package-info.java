/** Queries and actions over HTTP, for cold threads: typed answers, one weight budget, one clear error. */
package io.halfspread.gateway.rest;
