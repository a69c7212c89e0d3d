/** Identity providers of organisations: how they are asked, and what they may do. Their secrets are in no command and no event. */
@NullMarked
package dev.flagledger.api.provider;

import org.jspecify.annotations.NullMarked;
