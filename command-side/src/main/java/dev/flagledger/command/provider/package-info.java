/** The identity providers of organisations: their configuration, and a trial of it. */
@NullMarked
package dev.flagledger.command.provider;

import org.jspecify.annotations.NullMarked;
