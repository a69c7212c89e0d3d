/** Custom fields: definitions, attachments to content types, and values. */
@NullMarked
package dev.flagledger.api.metadata;

import org.jspecify.annotations.NullMarked;
