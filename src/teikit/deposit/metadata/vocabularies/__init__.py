"""Words and addresses that repositories know: identifiers, licences, languages, roles. Nothing here reads XML."""
