"""The pages made of panels: my path, my trainees, my record. Plugins register what they have to show."""
