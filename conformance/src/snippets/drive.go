package main

import (
	"fmt"
	"os"
	"strings"

	"snippets/webhook"
)

func main() {
	cases, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(cases), "\n"), "\n") {
		part := strings.Split(line, "\t")
		if part[2] == "" {
			fmt.Println(webhook.Flagsmith([]byte(part[0]), part[4], part[1]))
		} else {
			fmt.Println(webhook.Standard([]byte(part[0]), part[2], part[3], part[4], part[1]))
		}
	}
}
