"""What `folkmoot check` looks at: small declared checks in one module for each noun. Nothing here changes anything."""
