/**
 * Custom fields: their definitions, their attachments to content types, and the form that reads their values. The
 * values belong to the entities that they describe.
 */
@NullMarked
package dev.flagledger.command.metadata;

import org.jspecify.annotations.NullMarked;
