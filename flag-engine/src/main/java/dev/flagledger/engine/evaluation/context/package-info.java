/**
 * What an evaluation is made from, as plain data: an environment, an identity, features and segments. The words and their
 * meaning are those of Flagsmith's evaluation context; nothing is decided here.
 */
@NullMarked
package dev.flagledger.engine.evaluation.context;

import org.jspecify.annotations.NullMarked;
