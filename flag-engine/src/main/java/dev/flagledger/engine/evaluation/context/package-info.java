/**
 * The input of an evaluation as plain data: environment, identity, features and segments. Names and meaning are those
 * of Flagsmith's evaluation context.
 */
@NullMarked
package dev.flagledger.engine.evaluation.context;

import org.jspecify.annotations.NullMarked;
