"""The rules: a folder for each check, a module for each rule. The folders are the list."""
