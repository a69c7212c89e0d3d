/**
 * The audit log: what changed, who changed it, from what to what. Each event becomes the lines that auditors know from
 * Flagsmith; nothing is ever written here but by reading the log. Each family of events has a file for its lines, which are
 * nobody else's business.
 */
@NullMarked
package dev.flagledger.query.audit;

import org.jspecify.annotations.NullMarked;
