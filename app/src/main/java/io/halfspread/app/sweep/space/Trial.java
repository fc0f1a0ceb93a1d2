package io.halfspread.app.sweep.space;

/**
 * A candidate to be run.
 *
 * @param candidate the candidate
 * @param share     leading part of every capture's time that it is run over, above 0; 1 for all
 */
public record Trial(Candidate candidate, double share) {}
