/**
 * A project with its environments, features and segments: immutable records, and one fold for each family of events.
 */
@NullMarked
package dev.flagledger.engine.state.project;

import org.jspecify.annotations.NullMarked;
