"""Values of Excel cells as the texts that Excel shows for them.

Written here, because no library that is well kept does it: openpyxl tells only whether a format
is one of dates. The ports of SheetJS's SSF have rested since 2021 and know no Thai digits; xlformat is in its
first versions.
"""
