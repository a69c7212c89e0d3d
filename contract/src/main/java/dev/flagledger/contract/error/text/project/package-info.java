/** The sentences of errors about projects and what they contain. */
@NullMarked
package dev.flagledger.contract.error.text.project;

import org.jspecify.annotations.NullMarked;
