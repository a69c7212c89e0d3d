/** The admin API's reads of projects and tags. */
@NullMarked
package dev.flagledger.query.project;

import org.jspecify.annotations.NullMarked;
