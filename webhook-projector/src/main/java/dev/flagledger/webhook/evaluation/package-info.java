/**
 * Tells receivers of evaluations for identities, from the memory of the node that made them. Not durable and bounded: see ADR 44.
 */
@NullMarked
package dev.flagledger.webhook.evaluation;

import org.jspecify.annotations.NullMarked;
