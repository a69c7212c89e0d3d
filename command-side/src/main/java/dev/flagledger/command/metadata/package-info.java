/**
 * Custom fields: which there are, what they are attached to, and reading what is written into them. The values themselves
 * belong to the things that they are about.
 */
@NullMarked
package dev.flagledger.command.metadata;

import org.jspecify.annotations.NullMarked;
