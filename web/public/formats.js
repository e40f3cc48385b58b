// Beside the page's own thread: the first number and the first day, in the language that is its name.
new Intl.NumberFormat(self.name, { style: 'percent' }).format(0.5);
new Intl.DateTimeFormat(self.name, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(0);
self.close();
