package dev.flagledger.contract.http;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of every kind; below an SDK path, so that no token is needed. */
@RestController
@RequestMapping("/api/v1/traits")
class SampleController {

    record Row(int id, String featureName, double share) {}

    @GetMapping("/rows")
    Row row() {
        return new Row(7, "caf\u00e9 \ud83d\ude80", 50);
    }

    @PostMapping("/rows")
    ResponseEntity<Void> create() {
        return ResponseEntity.status(201).build();
    }

    @GetMapping("/rows/{id}")
    int number(@PathVariable int id) {
        return id;
    }

    /** Names its path variable differently than the other route of the same path. */
    @DeleteMapping("/rows/{rowId}")
    ResponseEntity<Void> delete(@PathVariable int rowId) {
        return ResponseEntity.noContent()
                .header("X-Deleted", Integer.toString(rowId))
                .build();
    }

    @GetMapping("/query")
    String query(@RequestParam int x, @RequestParam(required = false) Integer y) {
        return x + " " + y;
    }

    @GetMapping(path = "/script", produces = "application/javascript")
    String script() {
        return "window.x = 1;";
    }
}
