package dev.flagledger.query.unsupported;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The only page of a list that has nothing in it. */
final class EmptyPage {

    private EmptyPage() {}

    static Page<Object> of(HttpServletRequest request) {
        return PageRequest.fixed(request).of(List.of());
    }
}
