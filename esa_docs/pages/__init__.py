"""Pages: layout copies, the engines that lay them out, true page numbers, PDF and pictures."""

import logging

# pypdf tells of damaged bytes by its logger, which Python prints where nobody listens. Diagnostics tell it.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
