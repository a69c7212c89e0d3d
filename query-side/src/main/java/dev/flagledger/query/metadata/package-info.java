/** Custom fields and their attachments. Their values are part of the objects that have them. */
@NullMarked
package dev.flagledger.query.metadata;

import org.jspecify.annotations.NullMarked;
